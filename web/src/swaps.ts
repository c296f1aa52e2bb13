// While a part of the page is exchanged: fields left empty ask for nothing, and the reader's place stays.
document.addEventListener("htmx:config:request", (event) => {
  const body: unknown = event.detail.ctx.request?.body;
  if (!(body instanceof FormData)) return;
  for (const [name, value] of [...body.entries()]) if (value === "") body.delete(name);
});

let place = "";
document.addEventListener("htmx:before:swap", () => {
  place = document.activeElement?.id ?? "";
});
document.addEventListener("htmx:finally:swap", () => {
  if (place && document.activeElement === document.body) document.getElementById(place)?.focus({ preventScroll: true });
});
