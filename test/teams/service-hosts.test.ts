import { describe, expect, it } from 'vitest';
import { serviceHosts } from '../../src/teams/service-hosts.ts';

const teams = serviceHosts({ loopback: false, more: ['*.gov.teams.example.org'] });
const local = serviceHosts({ loopback: true });

describe('the hosts that the bot talks to', () => {
  const cases: readonly (readonly [string, boolean, boolean])[] = [
    ['https://smba.trafficmanager.net/uk/', true, false],
    ['https://SMBA.trafficmanager.net/uk/', true, false],
    ['https://europe.api.botframework.com/', true, false],
    ['https://uk.ng.teams.microsoft.com/', true, false],
    ['https://dod.gov.teams.example.org/', true, false],
    ['http://smba.trafficmanager.net/uk/', false, false],
    ['https://smba.trafficmanager.net:8443/', false, false],
    ['https://smba.trafficmanager.net@evil.example.org/', false, false],
    ['https://user:word@smba.trafficmanager.net/', false, false],
    ['https://smba.trafficmanager.net.evil.example.org/', false, false],
    ['https://evilbotframework.com/', false, false],
    ['https://botframework.com/', false, false],
    ['https://.botframework.com/', false, false],
    ['http://169.254.169.254/', false, false],
    ['http://127.0.0.1:56150/_connector', false, true],
    ['http://localhost:56150/', false, true],
    ['http://[::1]:56150/', false, true],
    ['http://2130706433/', false, true],
    ['https://127.0.0.1/', false, false],
    ['http://127.0.0.1.example.org/', false, false],
    ['http://192.168.1.4:3978/', false, false],
    ['ftp://127.0.0.1/', false, false],
    ['not a url', false, false],
    ['', false, false],
  ];
  for (const [url, inTeams, inLocalMode] of cases) {
    it(`${url || 'nothing'}: ${inTeams ? 'yes' : 'no'} in Teams, ${inLocalMode ? 'yes' : 'no'} in local mode`, () => {
      expect([teams.allows(url), local.allows(url)]).toEqual([inTeams, inLocalMode]);
    });
  }
});
