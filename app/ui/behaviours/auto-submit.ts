/** Controls that sort or filter a list send their form when they change; the button beside them is for pages without script. */
export function startAutoSubmit(): void {
  document.addEventListener("change", (event) => {
    const control = event.target as HTMLSelectElement;
    if (control.matches("[data-auto-submit]")) control.form?.requestSubmit();
  });
}
