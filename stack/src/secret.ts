import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The secret all processes share: made on the first start, kept beside the data, readable by its owner only. */
export async function installationSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, 'secret');
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  try {
    await writeFile(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return (await readFile(file, 'utf8')).trim();
}

/** Leaves beside the secret, for its owner only, what the operator's commands need to reach the services' data. */
export async function rememberForAdmin(
  dataDir: string,
  environment: Record<string, string | undefined>,
): Promise<void> {
  await writeFile(join(dataDir, 'admin.json'), JSON.stringify(environment), { mode: 0o600 });
}
