// Pointing at a party, or coming to it by keyboard, keeps its lines and dims the others.
class PartyNetwork extends HTMLElement {
  connectedCallback(): void {
    const show = (event: Event): void => {
      const node = event.target instanceof Element ? event.target.closest("a[data-party]") : null;
      this.show(node?.getAttribute("data-party") ?? null);
    };
    this.addEventListener("mouseover", show);
    this.addEventListener("focusin", show);
    this.addEventListener("focusout", () => this.show(null));
    this.addEventListener("mouseleave", () => this.show(null));
  }

  private show(party: string | null): void {
    for (const arc of this.querySelectorAll<SVGPathElement>(".arcs path")) {
      const own = arc.dataset.actor === party || arc.dataset.recipient === party;
      arc.classList.toggle("dim", party !== null && !own);
      arc.classList.toggle("shown", party !== null && own);
    }
  }
}
customElements.define("party-network", PartyNetwork);
