/** What the app reads from `/config.json` when it starts: it is built once and runs on every stage. */
export interface Config {
  readonly apiUrl: string;
  readonly identity: {
    /** Where Cognito's API answers, e.g. `/cognito` on a local stage. */
    readonly endpoint: string;
    readonly clientId: string;
    /** The code that confirms a new account, where the stage sends no mail. */
    readonly sampleCode?: string;
  };
  readonly sampleUsers: readonly SampleUser[];
}

export interface SampleUser {
  readonly label: string;
  readonly email: string;
  readonly password: string;
}

export async function readConfig(fetchFrom: typeof fetch = fetch): Promise<Config> {
  const answer = await fetchFrom('/config.json');
  if (!answer.ok) throw new Error(`/config.json answered ${answer.status}`);
  const config: Config = await answer.json();
  return config;
}
