/** Points for signing up. */
export const SIGN_UP_POINTS = 500;
