import { stored } from './stored';

/** The OpenID Connect provider at which organisations sign in, as the service tells of it. */
export interface Provider {
  issuer: string;
  clientId: string;
  scope: string;
  resource: string | null;
}

/** Where the browser keeps what a sign-in at the provider needs when it comes back. */
export const UNDER_WAY = 'sign-in-under-way';

/** How one can sign in: at the provider, where there is one, and for how many days by a key that is remembered. */
export interface WaysIn {
  oidc: Provider | null;
  rememberedDays: number;
}

export async function askForWaysIn(): Promise<WaysIn> {
  const response = await fetch('/sign-in.json');
  return (await response.json()) as WaysIn;
}

/** Sends the person to the provider; what that takes is loaded only then. */
export async function signInAt(provider: Provider): Promise<void> {
  const { leave } = await import('./code-flow');
  await leave(provider);
}

/** Signs in whoever the provider has just sent back. */
export async function welcomeBack(): Promise<void> {
  const answer = new URLSearchParams(window.location.search);
  const answered = answer.has('code') || answer.has('error');
  if (!answered || !stored(() => sessionStorage, UNDER_WAY)) return;
  const { comeBack } = await import('./code-flow');
  await comeBack();
}
