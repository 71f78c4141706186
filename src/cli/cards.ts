import { z } from 'zod';
import { renderGallery } from '../cards/gallery.ts';
import type { Outcome } from './outcome.ts';
import type { Terminal } from './terminal.ts';
import { typedPath } from './typed-path.ts';

const galleryOptions = z.object({ out: z.string().min(1) });

/** `academy cards`: every card with example data, as pages to look at. */
export async function writeGallery(typed: unknown, terminal: Terminal): Promise<Outcome> {
  const { out } = galleryOptions.parse(typed);
  const folder = typedPath(out, terminal.env);
  await renderGallery(folder);
  return { ok: true, json: { folder }, text: `The gallery is in ${folder}: open index.html in a browser.` };
}
