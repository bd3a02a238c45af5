/** Configuration that the app loads from `/config.json` when it starts, so that one build runs on every stage. */
export interface Config {
  readonly apiUrl: string;
  readonly identity: {
    /** Address of Cognito's API, e.g. `/cognito` on a local stage. */
    readonly endpoint: string;
    readonly clientId: string;
    /** Code that confirms a new account on a stage that sends no mail. */
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
