// Everything that runs on a page of the desk. Each page reads without it.
import "htmx.org";
import "./day-slider";
import "./keys";
import "./menu";
import "./party-network";
import "./review-keys";
import "./span-links";
import "./swaps";
