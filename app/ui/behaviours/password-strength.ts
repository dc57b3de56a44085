const pauseMs = 400;

/** Tells under a new password how long guessing it would take. It is sent nowhere but to this site, in a form's body. */
export function startPasswordStrength(): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked: AbortController | undefined;
  document.addEventListener("input", (event) => {
    const control = event.target as HTMLInputElement;
    const path = control.dataset?.strength;
    const meter = path && document.querySelector<HTMLElement>(`[data-strength-of="${control.id}"]`);
    if (!path || !meter) return;
    clearTimeout(waiting);
    asked?.abort();
    if (control.value === "") {
      meter.hidden = true;
      return;
    }
    waiting = setTimeout(() => void tell(control, path, meter, (asked = new AbortController())), pauseMs);
  });
}

async function tell(
  control: HTMLInputElement,
  path: string,
  meter: HTMLElement,
  { signal }: AbortController,
): Promise<void> {
  const field = (name: string) =>
    control.form?.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value ?? "";
  try {
    const body = new URLSearchParams({ password: control.value, name: field("name"), email: field("email") });
    const response = await fetch(path, {
      method: "POST",
      headers: { Accept: "application/json" },
      body,
      signal,
    });
    if (!response.ok) return;
    const { level } = (await response.json()) as { level: number };
    const text = meter.querySelector<HTMLElement>("p")!;
    text.textContent = (text.dataset.levels ?? "").split("|")[level] ?? "";
    meter.dataset.level = String(level);
    meter.hidden = false;
  } catch {
    // Without an answer the hint stands as before.
  }
}
