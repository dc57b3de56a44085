import type { ReactNode } from "react";
import { Failure } from "../patterns/failure";
import { ButtonLink } from "../primitives/button-link";

export interface ErrorPageProps {
  status: number;
  title: ReactNode;
  /** One sentence: what it means, what to do. */
  sentence: ReactNode;
  links: readonly { href: string; label: string }[];
}

export function ErrorPage({ status, title, sentence, links }: ErrorPageProps) {
  return (
    <div className="wrap page error-page">
      <Failure
        status={status}
        title={title}
        actions={links.map((link) => (
          <ButtonLink key={link.href} href={link.href}>
            {link.label}
          </ButtonLink>
        ))}
      >
        {sentence}
      </Failure>
    </div>
  );
}
