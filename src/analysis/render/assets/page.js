/* Without this script everything is open and every scrolling region takes the focus; it only takes needless stops away. */
for (const fold of document.querySelectorAll(".contents details")) fold.open = matchMedia("(min-width: 64em)").matches;
const watch = new ResizeObserver(seen => {
for (const { target } of seen) {
const scrolls = target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight;
target.tabIndex = scrolls || target.classList.contains("moves") ? 0 : -1;
}
});
for (const region of document.querySelectorAll(".scroll")) watch.observe(region);
/* Maps: a window on the ground, looked through at a smaller part. Nothing moves by itself, so there is no motion to reduce. */
for (const map of document.querySelectorAll(".pan")) {
const ground = map.querySelector(".ground"), region = map.querySelector(".scroll"), said = map.querySelector(".zoom"), sheet = map.querySelector(".picture");
const [, , width, height] = ground.getAttribute("viewBox").split(" ").map(Number);
let zoom = 1, x = 0, y = 0, held = null;
const show = () => {
x = Math.min(Math.max(x, 0), width - width / zoom);
y = Math.min(Math.max(y, 0), height - height / zoom);
ground.setAttribute("viewBox", `${x} ${y} ${width / zoom} ${height / zoom}`);
ground.style.setProperty("--keep", 1 / zoom);
map.classList.toggle("grown", zoom > 1);
for (const button of map.querySelectorAll("button")) {
const useless = button.dataset.step === "in" ? zoom >= 16 : zoom === 1;
button.setAttribute("aria-disabled", useless);
}
const words = zoom === 1 ? "Whole map" : `${zoom} times as large`;
if (said.textContent !== words) said.textContent = words;
};
const grow = by => {
const to = Math.min(Math.max(zoom * by, 1), 16);
x += (width / zoom - width / to) / 2;
y += (height / zoom - height / to) / 2;
zoom = to;
};
const move = (across, down) => { x += across * width / zoom; y += down * height / zoom; };
const steps = {
in: () => grow(2), out: () => grow(1 / 2), reset: () => { zoom = 1; },
left: () => move(-1 / 4, 0), right: () => move(1 / 4, 0), up: () => move(0, -1 / 4), down: () => move(0, 1 / 4),
};
const keys = { "+": "in", "=": "in", "-": "out", Escape: "reset", ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };
map.querySelector(".pan-controls").hidden = false;
region.classList.add("moves");
region.tabIndex = 0;
map.addEventListener("click", event => {
const button = event.target.closest("button");
if (button) { steps[button.dataset.step](); show(); }
});
map.addEventListener("keydown", event => {
const step = keys[event.key];
if (!step || event.ctrlKey || event.metaKey || event.altKey || (zoom === 1 && step !== "in")) return;
event.preventDefault();
steps[step]();
show();
});
sheet.addEventListener("pointerdown", event => {
if (zoom === 1) return;
held = [event.clientX, event.clientY];
sheet.setPointerCapture(event.pointerId);
});
sheet.addEventListener("pointermove", event => {
if (!held) return;
const scale = width / zoom / ground.getBoundingClientRect().width;
x -= (event.clientX - held[0]) * scale;
y -= (event.clientY - held[1]) * scale;
held = [event.clientX, event.clientY];
show();
});
for (const end of ["pointerup", "pointercancel"]) sheet.addEventListener(end, () => { held = null; });
let kept = null;
addEventListener("beforeprint", () => { kept = [zoom, x, y]; zoom = 1; show(); });
addEventListener("afterprint", () => { if (kept) [zoom, x, y] = kept; show(); });
show();
}
