/**
 * The values of a cookie in a Cookie header, in the order sent: percent-decoded where they are well formed, without the
 * quotes around them. More than one means that another host or path set a cookie of the same name.
 */
export function cookieValues(header: string | undefined, name: string): string[] {
  return (header ?? '').split(';').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at >= 0 && pair.slice(0, at).trim() === name ? [decode(pair.slice(at + 1).trim())] : [];
  });
}

function decode(raw: string): string {
  const value = raw.replace(/^"(.*)"$/, '$1');
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
