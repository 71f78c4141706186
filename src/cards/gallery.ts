/** Every card with its example data as HTML, to be looked at in light, dark and high contrast without Teams. */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cardPage, indexPage, rendererFile } from './gallery-page.ts';
import { cards } from './index.ts';

class GalleryError extends Error {
  override readonly name = 'GalleryError';
  readonly code = 'renderer-missing';
}

export interface GalleryEntry {
  readonly card: string;
  readonly example: string;
  /** "next-item: due today" */
  readonly title: string;
  readonly file: string;
  readonly payload: object;
}

/** Every example of every card, rendered. */
export function galleryEntries(): readonly GalleryEntry[] {
  return Object.values(cards).flatMap(({ name, examples, render }) =>
    examples.map((example) => ({
      card: name,
      example: example.title,
      title: `${name}: ${example.title}`,
      file: `${name}--${example.title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.html`,
      payload: render(example.data),
    })),
  );
}

function rendererPath(): string {
  try {
    return fileURLToPath(import.meta.resolve('adaptivecards/dist/adaptivecards.min.js'));
  } catch (cause) {
    throw new GalleryError('The gallery needs the development packages: run "npm ci" without --omit=dev.', {
      cause,
    });
  }
}

/** Writes the gallery into a directory, which is made if need be; the pages load nothing from elsewhere. */
export async function renderGallery(outDir: string): Promise<readonly GalleryEntry[]> {
  const entries = galleryEntries();
  await mkdir(outDir, { recursive: true });
  await copyFile(rendererPath(), join(outDir, rendererFile));
  await Promise.all(
    entries.map((entry) => writeFile(join(outDir, entry.file), cardPage(entry.title, entry.payload))),
  );
  await writeFile(join(outDir, 'index.html'), indexPage(entries));
  return entries;
}
