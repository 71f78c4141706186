/** The pages of the gallery: one card, drawn in every theme and width by the public Adaptive Cards renderer. */
import { customProperties, hostConfigOf, themes, widths } from './gallery-themes.ts';

export const rendererFile = 'adaptivecards.js';

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** JSON for a script element: no `<`, so nothing in it can end the element. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

const style = `
  ${themes.map((theme) => `[data-theme=${theme}] { ${customProperties(theme)} }`).join('\n  ')}
  * { box-sizing: border-box; }
  body { margin: 0; font: 14px/1.4 'Segoe UI', 'Open Sans', sans-serif; background: var(--ground, #fff); color: var(--text, #242424); }
  main { padding: 16px; }
  h1 { font-size: 20px; margin: 0 0 12px; }
  nav a { color: inherit; }
  .frames { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start; }
  .frames figure { margin: 0; }
  .frames iframe { border: 0; display: block; }
  .shot { padding: 12px; background: var(--ground); }
  .shot > div { background: var(--card); border: 1px solid var(--edge); border-radius: 6px; overflow: hidden; }
  .ac-pushButton { font: 600 14px/20px 'Segoe UI', 'Open Sans', sans-serif; padding: 5px 12px; border: 1px solid var(--edge); border-radius: 4px; background: var(--card); color: var(--text); cursor: pointer; white-space: normal !important; }
  .ac-pushButton.style-positive { background: var(--button); color: var(--button-text); border-color: var(--button); }
  .ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
  .ac-actionSet > div[aria-hidden] { height: 0 !important; }
  .ac-input { font: 14px/20px 'Segoe UI', 'Open Sans', sans-serif; width: 100%; color: var(--text); }
  input.ac-input, select.ac-input, textarea.ac-input { padding: 5px 8px; border: 1px solid var(--edge); border-radius: 4px; background: var(--field); color-scheme: light dark; }
  [data-theme=dark] .ac-input, [data-theme=contrast] .ac-input { color-scheme: dark; }
  [data-theme=light] .ac-input { color-scheme: light; }
  .ac-choiceSetInput-expanded, .ac-choiceSetInput-multiSelect, .ac-toggleInput { padding: 2px 0; }
  .ac-input-label { display: block; margin-bottom: 4px; }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;

/* Every text of ours is literal, so the only markdown left to read is the backslash before a character. */
const script = `
  const { AdaptiveCard, HostConfig, GlobalSettings } = AdaptiveCards;
  GlobalSettings.useMarkdownInRadioButtonAndCheckbox = false;
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
    result.outputHtml = '<p>' + text.replace(/\\\\([!-\\/:-@[-\`{-~])|[&<>]/g, (all, bare) => {
      const character = bare ?? all;
      return entities[character] ?? character;
    }) + '</p>';
    result.didProcess = true;
  };
  window.sent = [];
  window.showCard = (payload, theme, width) => {
    document.documentElement.dataset.theme = theme;
    const card = new AdaptiveCard();
    card.hostConfig = new HostConfig(hostConfigs[theme]);
    card.onExecuteAction = (action) => window.sent.push({ type: action.getJsonTypeName(), verb: action.verb, data: action.data });
    card.parse(payload);
    const shot = document.createElement('div');
    shot.className = 'shot';
    shot.style.width = width + 'px';
    const frame = document.createElement('div');
    frame.append(card.render());
    shot.append(frame);
    document.querySelector('main').replaceChildren(shot);
    document.querySelector('main').style.padding = '0';
  };
  const wanted = new URLSearchParams(location.search);
  if (wanted.has('theme')) {
    showCard(card, wanted.get('theme'), Number(wanted.get('width')));
    const tell = () => parent.postMessage({ frame: location.search, height: document.documentElement.scrollHeight }, '*');
    new ResizeObserver(tell).observe(document.querySelector('main'));
  } else {
    addEventListener('message', ({ data }) => {
      const frame = document.querySelector('iframe[data-frame="' + data.frame + '"]');
      if (frame) frame.height = data.height;
    });
    for (const frame of document.querySelectorAll('iframe')) frame.src = location.pathname + frame.dataset.frame;
  }
`;

function page(title: string, body: string, scripts: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
${scripts}
</body>
</html>
`;
}

/** One card in all themes and widths; with `?theme=dark&width=300` that one alone. */
export function cardPage(title: string, card: object): string {
  const frames = themes.flatMap((theme) =>
    widths.map(
      (width) =>
        `<figure><iframe title="${theme}, ${width} pixels" width="${width}" data-frame="?theme=${theme}&amp;width=${width}"></iframe></figure>`,
    ),
  );
  const body = `<main><h1>${escapeHtml(title)}</h1><nav><a href="index.html">All cards</a></nav><div class="frames">${frames.join('')}</div></main>`;
  const hostConfigs = Object.fromEntries(themes.map((theme) => [theme, hostConfigOf(theme)]));
  const known = `const card = ${inScript(card)}; const hostConfigs = ${inScript(hostConfigs)};`;
  return page(title, body, `<script src="${rendererFile}"></script>\n<script>${known}${script}</script>`);
}

export function indexPage(entries: readonly { readonly title: string; readonly file: string }[]): string {
  const links = entries.map(({ title, file }) => `<li><a href="${file}">${escapeHtml(title)}</a></li>`);
  return page('Cards', `<main><h1>Cards</h1><nav><ul>${links.join('\n')}</ul></nav></main>`, '');
}
