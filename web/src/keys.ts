// Keys that readers of such pages know: / to search, j and k through a list, Enter opens, ? says them all.
// Who speaks to a machine or presses by mistake switches them off in the list that ? opens; that is remembered.
const OFF = "rejoinder.keys.off";
const LIST = "[data-list] > li:not(.none), table.rows > tbody > tr";

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

function step(by: number): void {
  const items = [...document.querySelectorAll<HTMLElement>(LIST)];
  if (!items.length) return;
  const here = items.findIndex((item) => item.contains(document.activeElement));
  const next = items[Math.min(items.length - 1, Math.max(0, here < 0 ? (by > 0 ? 0 : items.length - 1) : here + by))];
  if (!next) return;
  const target = next.tagName === "TR" ? (next.querySelector<HTMLElement>("a") ?? next) : next;
  if (target === next) next.tabIndex = -1;
  target.focus();
  next.scrollIntoView({ block: "nearest" });
}

function help(): HTMLDialogElement | null {
  const dialog = document.querySelector<HTMLDialogElement>("dialog#keys");
  const off = dialog?.querySelector<HTMLInputElement>("#keys-off");
  if (off) {
    off.checked = localStorage.getItem(OFF) !== null;
    off.onchange = (): void => (off.checked ? localStorage.setItem(OFF, "1") : localStorage.removeItem(OFF));
  }
  return dialog;
}

document.addEventListener("click", (event) => {
  if (event.target instanceof Element && event.target.closest("#show-keys")) help()?.showModal();
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.key === "Escape" && typing(event.target)) return (event.target as HTMLElement).blur();
  if (typing(event.target) || localStorage.getItem(OFF) !== null || document.querySelector("dialog[open]")) return;
  if (event.key === "/") {
    event.preventDefault();
    document.getElementById("find-q")?.focus();
  } else if (event.key === "?") help()?.showModal();
  else if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "Enter" && event.target instanceof HTMLElement && event.target.matches("[data-list] > li")) {
    event.target.querySelector<HTMLElement>("a")?.click();
  }
});
