// Everything that runs on a page of the desk. Each page reads without it.
import "htmx.org";
import "./day-slider";
import "./keys";
import "./party-network";
import "./span-links";
import "./swaps";
