import { describe, expect, it } from 'vitest';
import { type Inbound, readInbound } from '../../src/teams/inbound.ts';

const activity = (over: object = {}) => ({
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
  from: { id: '29:amara', aadObjectId: '5F0C9A52-8A52-4B52-9F4E-0D9F3D3F1A01' },
  recipient: { id: '28:bot' },
  conversation: { id: 'a:amara', conversationType: 'personal', tenantId: 'tenant' },
  ...over,
});

function read(over: object): Inbound {
  const reading = readInbound(activity(over));
  if (!reading.ok) throw new Error(reading.at);
  return reading.inbound;
}

describe('where an activity happens', () => {
  const thread = { id: '19:c@thread.tacv2;messageid=7', conversationType: 'channel' };
  const cases: readonly (readonly [string, object, Inbound['place']])[] = [
    ['one to one', {}, { kind: 'personal', channelId: null }],
    [
      'a group chat',
      { conversation: { id: '19:g@thread.v2', conversationType: 'groupChat' } },
      { kind: 'group', channelId: null },
    ],
    [
      'a group that Teams does not call one',
      { conversation: { id: '19:g@thread.v2', isGroup: true } },
      { kind: 'group', channelId: null },
    ],
    [
      'a kind of conversation that is new',
      { conversation: { id: '19:g@thread.v2', conversationType: 'broadcast' } },
      { kind: 'group', channelId: null },
    ],
    ['a thread', { conversation: thread }, { kind: 'channel', channelId: '19:c@thread.tacv2' }],
    [
      'a named channel',
      {
        conversation: thread,
        channelData: { team: { id: '19:t' }, channel: { id: '19:c', name: 'Alerts' } },
      },
      { kind: 'channel', channelId: '19:c' },
    ],
    [
      'the General channel, which has the team’s id',
      { conversation: { id: '19:t' }, channelData: { team: { id: '19:t' } } },
      { kind: 'channel', channelId: '19:t' },
    ],
    [
      'the channel that was chosen when a team installed the app',
      {
        conversation: { id: '19:t', conversationType: 'channel' },
        channelData: { team: { id: '19:t' }, settings: { selectedChannel: { id: '19:c' } } },
      },
      { kind: 'channel', channelId: '19:c' },
    ],
  ];
  for (const [where, over, place] of cases) {
    it(`is read for ${where}`, () => expect(read(over).place).toEqual(place));
  }
});

describe('an activity', () => {
  it('names its sender by one spelling of the object id', () => {
    expect(read({}).entraId).toBe('5f0c9a52-8a52-4b52-9f4e-0d9f3d3f1a01');
    expect(read({ from: { id: '29:x', aadObjectId: 'Demo-Person' } }).entraId).toBe('Demo-Person');
    expect(read({ from: { id: '29:x' } }).entraId).toBeNull();
  });

  it('may carry nulls where Teams has nothing to say', () => {
    const nothing = {
      text: null,
      value: null,
      name: null,
      replyToId: null,
      channelData: null,
      entities: null,
    };
    expect(read(nothing)).toMatchObject({ text: '', value: null, replyToId: null });
  });

  it('is cut, not refused, when somebody pastes a whole document', () => {
    expect(read({ text: 'x'.repeat(50_000) }).text).toHaveLength(4000);
  });

  const faults: readonly (readonly [object, string])[] = [
    [{ type: 5 }, 'type'],
    [{ channelId: 'webchat' }, 'channelId'],
    [{ serviceUrl: 'nowhere' }, 'serviceUrl'],
    [{ serviceUrl: 'file:///etc/passwd' }, 'serviceUrl'],
    [{ from: undefined }, 'from'],
    [{ recipient: {} }, 'recipient.id'],
    [{ conversation: { id: '..' } }, 'conversation.id'],
    [{ id: 'a\u0000b' }, 'id'],
    [{ id: 'x'.repeat(501) }, 'id'],
  ];
  for (const [over, at] of faults) {
    it(`${JSON.stringify(over).slice(0, 40)} is refused at ${at}`, () => {
      expect(readInbound(activity(over))).toEqual({ ok: false, at });
    });
  }
});
