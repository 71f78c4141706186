/** Host configurations after the three themes of Teams, for looking at cards outside it. */

interface Palette {
  readonly ground: string;
  readonly card: string;
  readonly edge: string;
  readonly text: string;
  readonly subtle: string;
  readonly accent: string;
  readonly attention: string;
  readonly panels: { readonly [Style in 'emphasis' | 'good' | 'warning' | 'attention' | 'accent']: string };
  readonly button: string;
  readonly buttonText: string;
}

const palettes = {
  light: {
    ground: '#f5f5f5',
    card: '#ffffff',
    edge: '#d1d1d1',
    text: '#242424',
    subtle: '#5c5c5c',
    accent: '#5b5fc7',
    attention: '#c4314b',
    panels: {
      emphasis: '#f5f5f8',
      good: '#e7f2da',
      warning: '#fbf1d0',
      attention: '#fbe4e8',
      accent: '#e8ebfa',
    },
    button: '#5b5fc7',
    buttonText: '#ffffff',
  },
  dark: {
    ground: '#1f1f1f',
    card: '#2d2c2c',
    edge: '#4a4a4a',
    text: '#ffffff',
    subtle: '#c8c6c4',
    accent: '#a6a7dc',
    attention: '#f9848f',
    panels: {
      emphasis: '#3b3a39',
      good: '#24381b',
      warning: '#463c10',
      attention: '#4a2229',
      accent: '#33344a',
    },
    button: '#5b5fc7',
    buttonText: '#ffffff',
  },
  contrast: {
    ground: '#000000',
    card: '#000000',
    edge: '#ffffff',
    text: '#ffffff',
    subtle: '#ffffff',
    accent: '#ffff01',
    attention: '#ffff01',
    panels: {
      emphasis: '#000000',
      good: '#000000',
      warning: '#000000',
      attention: '#000000',
      accent: '#000000',
    },
    button: '#ffff01',
    buttonText: '#000000',
  },
} as const satisfies Record<string, Palette>;

export const themes = ['light', 'dark', 'contrast'] as const satisfies readonly (keyof typeof palettes)[];
export type Theme = (typeof themes)[number];

/** A phone, and a chat on a laptop, in CSS pixels. */
export const widths = [300, 600] as const;

const font = "'Segoe UI', 'Open Sans', Tahoma, sans-serif";

function containerStyle(palette: Palette, backgroundColor: string) {
  const same = (color: string) => ({ default: color, subtle: color });
  return {
    backgroundColor,
    foregroundColors: {
      default: { default: palette.text, subtle: palette.subtle },
      dark: same(palette.text),
      light: same(palette.text),
      accent: same(palette.accent),
      good: same(palette.text),
      warning: same(palette.text),
      attention: same(palette.attention),
    },
  };
}

function hostConfig(palette: Palette): object {
  const panels = Object.entries(palette.panels).map(([style, ground]) => [
    style,
    containerStyle(palette, ground),
  ]);
  const fact = { color: 'default', isSubtle: false, wrap: true };
  return {
    supportsInteractivity: true,
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: palette.edge },
    fontFamily: font,
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    textStyles: { heading: { size: 'large', weight: 'bolder', color: 'default', isSubtle: false } },
    textBlock: { headingLevel: 2 },
    containerStyles: { default: containerStyle(palette, palette.card), ...Object.fromEntries(panels) },
    actions: {
      maxActions: 6,
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      showCard: { actionMode: 'inline', inlineTopMargin: 16, style: 'emphasis' },
    },
    factSet: {
      title: { ...fact, weight: 'bolder', maxWidth: 150 },
      value: { ...fact, weight: 'default' },
      spacing: 16,
    },
    inputs: {
      label: {
        requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'bolder' },
      },
      errorMessage: { color: 'attention', weight: 'bolder' },
    },
  };
}

export function hostConfigOf(theme: Theme): object {
  return hostConfig(palettes[theme]);
}

/** Custom properties for the page's style sheet. */
export function customProperties(theme: Theme): string {
  const { ground, card, edge, text, accent, button, buttonText, panels } = palettes[theme];
  const properties = {
    ground,
    card,
    edge,
    text,
    accent,
    button,
    'button-text': buttonText,
    field: panels.emphasis,
  };
  return Object.entries(properties)
    .map(([name, value]) => `--${name}: ${value};`)
    .join(' ');
}
