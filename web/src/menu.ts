// On a narrow screen the menu is longer than the screen: the page that one is on is brought into sight.
function show(): void {
  const menu = document.querySelector<HTMLElement>(".pages");
  const now = menu?.querySelector<HTMLElement>("[aria-current]");
  if (menu && now) menu.scrollLeft = now.offsetLeft - menu.offsetLeft - (menu.clientWidth - now.offsetWidth) / 2;
}

show();
document.addEventListener("htmx:finally:swap", show);
