/** Where Teams' own connector lives in the public cloud; a government cloud is added by configuration. */
const teamsHosts = ['smba.trafficmanager.net', '*.botframework.com', '*.teams.microsoft.com'];

export interface ServiceHosts {
  /**
   * Whether a message, and with it the bot's bearer token, may be sent to this service URL. Asked when an
   * activity arrives and again before every send, because an address may have been stored under other rules.
   */
  allows(serviceUrl: string): boolean;
}

export interface ServiceHostOptions {
  /** Plain http to this machine, and nothing else: local mode and tests. */
  readonly loopback: boolean;
  /** Further host names; `*.` in front takes in every name below. Ignored where `loopback` is set. */
  readonly more?: readonly string[];
}

/** Builds the list of hosts that the bot talks to. Everything that is not named is refused. */
export function serviceHosts(options: ServiceHostOptions): ServiceHosts {
  const patterns = [...teamsHosts, ...(options.more ?? [])].map((pattern) => pattern.toLowerCase());
  return {
    allows: (serviceUrl) => {
      const url = URL.parse(serviceUrl);
      if (url?.username !== '' || url.password !== '') return false;
      if (options.loopback) return url.protocol === 'http:' && isLoopbackHost(url.hostname);
      return (
        url.protocol === 'https:' &&
        url.port === '' &&
        patterns.some((pattern) => hostMatches(url.hostname, pattern))
      );
    },
  };
}

/** A name or address that never leaves this machine. */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function hostMatches(hostname: string, pattern: string): boolean {
  if (!pattern.startsWith('*.')) return hostname === pattern;
  return hostname.endsWith(pattern.slice(1)) && hostname.length > pattern.length - 1;
}
