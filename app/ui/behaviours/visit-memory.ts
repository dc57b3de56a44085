/** What was kept under this name during this visit; nothing where the browser forbids keeping. */
export function keptForVisit(name: string): string {
  try {
    return sessionStorage.getItem(name) ?? "";
  } catch {
    return "";
  }
}

export function keepForVisit(name: string, value: string): void {
  try {
    sessionStorage.setItem(name, value);
  } catch {
    // A visitor who forbids storage loses the comfort, not the page.
  }
}
