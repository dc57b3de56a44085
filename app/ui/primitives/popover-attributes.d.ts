import "react";

// React 18 writes these attributes out as they are; only its types do not know them yet.
/* eslint-disable @typescript-eslint/no-unused-vars -- merging needs the type parameters of the original */
declare module "react" {
  interface HTMLAttributes<T> {
    popover?: "auto" | "manual";
  }
  interface ButtonHTMLAttributes<T> {
    popovertarget?: string;
    popovertargetaction?: "show" | "hide" | "toggle";
  }
}
