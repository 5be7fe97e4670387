// What a reader sees of an open letter: its words, links and blocks, with their measures.
() => {
  const parse = c => { const m = c.match(/[\d.]+/g).map(Number); return m.length < 4 ? [...m.slice(0, 3), 1] : m };
  const ground = e => { for (; e; e = e.parentElement) {
    const c = parse(getComputedStyle(e).backgroundColor); if (c[3] > 0) return c } return [255, 255, 255, 1] };
  const light = c => { const [r, g, b] = c.map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b };
  const contrast = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + .05) / (y + .05) };
  const shown = e => e.getClientRects().length > 0;
  const words = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, e = node.parentElement, said = node.data.trim();
    if (!said || !shown(e)) continue;
    const style = getComputedStyle(e);
    words.push({said, size: parseFloat(style.fontSize), isBody: !!e.closest('div:not([style]) > p'),
      contrast: contrast(parse(style.color), ground(e))});
  }
  const wide = [...document.body.querySelectorAll('*')].filter(shown).map(e => [e, e.getBoundingClientRect()])
    .filter(([, r]) => r.width > 0 && (r.right > innerWidth + .5 || r.left < -.5))
    .map(([e]) => e.outerHTML.slice(0, 120));
  const links = [...document.querySelectorAll('a')].filter(a => shown(a) && !a.closest('div:not([style]) > p')).map(a => ({
    said: a.textContent.trim(), height: Math.min(...[...a.getClientRects()].map(r => r.height)),
    isButton: parse(getComputedStyle(a).backgroundColor)[3] > 0}));
  const blocks = [...document.querySelectorAll('h1,h2,h3,p,th,td')].filter(e => shown(e) && !e.querySelector('p,h2,table'));
  const tops = blocks.map(e => [Math.round(e.getBoundingClientRect().top), e.textContent.trim().slice(0, 40)]);
  return {words, wide, links, tops, scroll: document.documentElement.scrollWidth - innerWidth};
}
