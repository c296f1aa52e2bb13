// The article and the lines read from it: pointing at one, or coming to it by keyboard, shows the other.
class SpanLinks extends HTMLElement {
  connectedCallback(): void {
    const show = (event: Event): void => this.show(this.lines(event.target));
    this.addEventListener("mouseover", show);
    this.addEventListener("focusin", show);
    this.addEventListener("mouseleave", () => this.show([]));
    const chosen = new URLSearchParams(location.search).get("line");
    if (chosen && !location.hash) document.getElementById(`w-${chosen}`)?.scrollIntoView({ block: "center" });
  }

  private lines(target: EventTarget | null): string[] {
    if (!(target instanceof Element)) return [];
    const mark = target.closest<HTMLElement>("mark[data-lines]");
    if (mark) return (mark.dataset.lines ?? "").split(" ");
    const line = target.closest<HTMLElement>("[data-line]");
    if (line) return [line.dataset.line ?? ""];
    const number = target.closest<HTMLElement>("a.to-line");
    return number ? [number.id.slice(2)] : [];
  }

  private show(ids: string[]): void {
    const wanted = new Set(ids);
    for (const mark of this.querySelectorAll<HTMLElement>("mark[data-lines]")) {
      mark.classList.toggle("shown", (mark.dataset.lines ?? "").split(" ").some((id) => wanted.has(id)));
    }
    for (const line of this.querySelectorAll<HTMLElement>("[data-line]")) {
      line.classList.toggle("shown", wanted.has(line.dataset.line ?? ""));
    }
  }
}
customElements.define("span-links", SpanLinks);
