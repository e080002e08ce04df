import type { LinkKind } from '../../../app/notices/read-link.ts';

const TEXT: Record<LinkKind, { title: string; ask: string; button: string }> = {
  freeze: {
    title: 'This was not me',
    ask: 'Freezing signs out every device and stops every use of your account until you reset its password.',
    button: 'Freeze my account',
  },
  'undo-contact': {
    title: 'Take the change back',
    ask: 'Your account gets its old address back, and every device is signed out.',
    button: 'Put my old address back',
  },
};

/** The page behind a link of a notice. It asks first: programs that look through mail follow links, but press no buttons. */
export function linkPage(kind: LinkKind, done?: string): string {
  const { title, ask, button } = TEXT[kind];
  const body =
    done === undefined ? `<p>${ask}</p><form method="post"><button>${button}</button></form>` : `<p>${done}</p>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} - Florin</title><meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer"></head><body><h1>${title}</h1>${body}</body></html>`;
}
