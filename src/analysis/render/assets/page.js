/* Without this script everything is open and every scrolling region takes the focus; it only takes needless stops away. */
for (const fold of document.querySelectorAll(".contents details")) fold.open = matchMedia("(min-width: 64em)").matches;
const watch = new ResizeObserver(seen => {
for (const { target } of seen) {
const scrolls = target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight;
target.tabIndex = scrolls ? 0 : -1;
}
});
for (const region of document.querySelectorAll(".scroll")) watch.observe(region);
