// Keys of the review: each presses what bears it in `data-key`, so that nothing can be done by key that cannot be seen.
import { silent, typing } from "./keys";

const NAMES: Record<string, string> = { y: "y", n: "n", h: "h", e: "e", j: "j", k: "k", u: "u", ArrowRight: "j", ArrowLeft: "k" };

class ReviewKeys extends HTMLElement {
  #pressed = (event: KeyboardEvent): void => this.#press(event);

  connectedCallback(): void {
    document.addEventListener("keydown", this.#pressed, true);
  }

  disconnectedCallback(): void {
    document.removeEventListener("keydown", this.#pressed, true);
  }

  #press(event: KeyboardEvent): void {
    if (typing(event.target) || silent()) return;
    const back = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === "z";
    if (!back && (event.ctrlKey || event.metaKey || event.altKey)) return;
    const name = back ? "u" : NAMES[event.key];
    const found = name && document.querySelector<HTMLElement>(`[data-key="${name}"]`);
    if (!found) return;
    event.preventDefault();
    event.stopPropagation();
    found.click();
    if (found.tagName === "SUMMARY") found.parentElement?.querySelector<HTMLElement>("select, input:not([type=hidden])")?.focus();
  }
}

customElements.define("review-keys", ReviewKeys);
