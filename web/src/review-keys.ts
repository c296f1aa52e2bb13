// Keys of the review: each presses what bears it in `data-key`, so that nothing can be done by key that cannot be seen.
import { typing } from "./keys";

const NAMES: Record<string, string> = { y: "y", n: "n", h: "h", e: "e", j: "j", k: "k", u: "u", ArrowRight: "j", ArrowLeft: "k" };
const OFF = "rejoinder-keys";

class ReviewKeys extends HTMLElement {
  #pressed = (event: KeyboardEvent): void => this.#press(event);

  connectedCallback(): void {
    document.addEventListener("keydown", this.#pressed, true);
    const change = this.querySelector<HTMLButtonElement>(".keys-switch");
    if (change) {
      change.hidden = false;
      change.addEventListener("click", () => this.#set(document.documentElement.dataset.keys !== "off"));
    }
    this.#set(localStorage.getItem(OFF) === "off");
  }

  disconnectedCallback(): void {
    document.removeEventListener("keydown", this.#pressed, true);
  }

  #set(off: boolean): void {
    if (off) document.documentElement.dataset.keys = "off";
    else delete document.documentElement.dataset.keys;
    localStorage.setItem(OFF, off ? "off" : "on");
  }

  #press(event: KeyboardEvent): void {
    if (typing(event.target) || document.documentElement.dataset.keys === "off") return;
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === "z") return this.#take(event, "u");
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "?") {
      const list = this.querySelector<HTMLDetailsElement>("#keys");
      if (!list) return;
      event.preventDefault();
      list.open = !list.open;
      if (list.open) list.querySelector("summary")?.focus();
      return;
    }
    const name = NAMES[event.key];
    if (name) this.#take(event, name);
  }

  #take(event: KeyboardEvent, name: string): void {
    const found = document.querySelector<HTMLElement>(`[data-key="${name}"]`);
    if (!found) return;
    event.preventDefault();
    event.stopPropagation();
    found.click();
    const form = found.tagName === "SUMMARY" ? found.parentElement?.querySelector<HTMLElement>("select, input:not([type=hidden])") : null;
    form?.focus();
  }
}

customElements.define("review-keys", ReviewKeys);
