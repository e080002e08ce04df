import type { DrawBarcode } from '../app/rewards/ports.ts';

/** Code 128 (ISO/IEC 15417) with the digits below. */
export const drawBarcode: DrawBarcode = async (text, format) => {
  const { toBuffer, toSVG } = await import('bwip-js');
  const options = { bcid: 'code128', text, scale: 3, height: 14, includetext: true, textxalign: 'center' } as const;
  if (format === 'svg') {
    return { image: Buffer.from(toSVG({ ...options, backgroundcolor: 'FFFFFF' })), contentType: 'image/svg+xml' };
  }
  return { image: await toBuffer({ ...options, backgroundcolor: 'FFFFFF' }), contentType: 'image/png' };
};
