// A slider beside a date field: every step is a day, and letting go moves the whole page.
const DAY = 86_400_000;

class DaySlider extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector<HTMLInputElement>("input[type=date]");
    const first = Date.parse(this.getAttribute("first") ?? "");
    const last = Date.parse(this.getAttribute("last") ?? "");
    if (!field || Number.isNaN(first) || Number.isNaN(last) || last <= first || this.querySelector("input[type=range]")) return;
    const slider = document.createElement("input");
    slider.id = "as-of-slider";
    slider.type = "range";
    slider.min = "0";
    slider.max = String(Math.round((last - first) / DAY));
    slider.value = field.value ? String(Math.round((Date.parse(field.value) - first) / DAY)) : slider.max;
    slider.setAttribute("aria-label", this.getAttribute("label") ?? "");
    const at = (): string => new Date(first + Number(slider.value) * DAY).toISOString().slice(0, 10);
    const say = (): void => slider.setAttribute("aria-valuetext", at());
    say();
    slider.addEventListener("input", () => {
      field.value = slider.value === slider.max ? "" : at();
      say();
    });
    this.prepend(slider);
  }
}
customElements.define("day-slider", DaySlider);
