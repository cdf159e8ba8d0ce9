import { aCallRow, aMembershipRow, anIdeaRow, aPartnerRow, LONG_AGO } from '../../support/rows/rows.js';
import { KEYS, type Service, startService } from '../../support/service/service.js';
import { insertRows } from '../../support/rows/tables.js';

let service: Service;
beforeAll(async () => (service = await startService()), 60_000);
afterAll(() => service.stop());

const OWNER = aPartnerRow({ name: 'Ägarverket', slug: 'agarverket' });
beforeAll(() => insertRows(service.database, { partner: [OWNER] }));

interface Texts {
  readonly title?: string;
  readonly body?: string;
  readonly bodyEn?: string;
  readonly code?: string;
}

/** A list that is searched: how a row of it is written, with the texts it is found by. */
interface Noun {
  readonly list: 'ideas' | 'fundingCalls' | 'partners';
  readonly write: (texts: Texts) => Promise<string>;
}

const written = async (table: 'idea' | 'funding_call' | 'partner', row: { id: string }) => {
  await insertRows(service.database, { [table]: [row] });
  return row.id;
};

const NOUNS: readonly Noun[] = [
  {
    list: 'ideas',
    write: ({ title = 'En idé', body = null, bodyEn = null, code }) =>
      written(
        'idea',
        anIdeaRow(OWNER, {
          title_sv: title,
          challenge_sv: body,
          challenge_en: bodyEn,
          ...(code && { code: `KS3-${code}` }),
        }),
      ),
  },
  {
    list: 'fundingCalls',
    write: ({ title = 'En utlysning', body = null, bodyEn = null, code }) =>
      written(
        'funding_call',
        aCallRow({
          ...{ title_sv: title, summary_sv: body, summary_en: bodyEn, published_at: LONG_AGO },
          ...(code && { identifier: code }),
        }),
      ),
  },
  {
    list: 'partners',
    write: ({ title = 'En partner', body = null, bodyEn = null, code }) =>
      written(
        'partner',
        aPartnerRow({ name: title, description_sv: body, description_en: bodyEn, ...(code && { slug: code }) }),
      ),
  },
];

async function found(list: Noun['list'], text: string, key: string | null = KEYS.admin): Promise<string[]> {
  const name = { ideas: 'IdeaFilter', fundingCalls: 'FundingCallFilter', partners: 'PartnerFilter' }[list];
  const document = `query ($filter: ${name}) { ${list}(first: 100, filter: $filter) { totalCount nodes { id } } }`;
  const answer = await service.as(key).run<any, object>(document, { filter: { text } });
  const ids = (answer[list].nodes as { id: string }[]).map(({ id }) => id);
  if (ids.length < 100) expect(answer[list].totalCount).toBe(ids.length);
  return ids;
}

describe.each(NOUNS)('a search among $list', ({ list, write }) => {
  const search = (text: string) => found(list, text);

  it('leaves out what has an excluded word, and finds nothing without the other', async () => {
    const [both, one] = [
      await write({ title: 'Mandolin och trumvirvel' }),
      await write({ title: 'Mandolin', body: 'och kor' }),
    ];
    await write({ title: 'Trumvirvel' });
    expect((await search('mandolin')).sort()).toEqual([both, one].sort());
    expect(await search('mandolin -trumvirvel')).toEqual([one]);
    expect(await search('-trumvirvel mandolin')).toEqual([one]);
    expect(await search('mandolin -"och kor"')).toEqual([both]);
  });

  it('for an exclusion alone finds all but those with the word', async () => {
    const zebra = await write({ title: 'Zebror', body: 'En zebra till.' });
    const document = `query ($text: String) { all: ${list} { totalCount } ${list}(filter: { text: $text }) { totalCount } }`;
    const { all, [list]: others } = await service.as(KEYS.admin).run<any, object>(document, { text: '-zebra' });
    expect(others.totalCount).toBe(all.totalCount - 1);
    expect(await search('zebra')).toEqual([zebra]);
  });

  it('for a phrase finds its words beside each other in their order, within one text', async () => {
    const beside = await write({ title: 'En grön cembalo' });
    await write({ title: 'Grön oboe', body: 'En cembalo som är grön.' });
    await write({ title: 'Något grön', body: 'cembalo' });
    await write({ title: 'Den gröna cembalon' });
    for (const text of ['"grön cembalo"', '“Grön Cembalo”', '"grön cembalo', 'grön-cembalo'])
      expect(await search(text)).toEqual([beside]);
  });

  it('for alternatives finds what has either', async () => {
    const fagott = await write({ title: 'Fagott' });
    const lyra = await write({ title: 'Lyra', body: 'med klang' });
    await write({ title: 'Lyra', body: 'utan' });
    expect((await search('fagott or lyra klang')).sort()).toEqual([fagott, lyra].sort());
    expect((await search('fagott OR lyra klang')).sort()).toEqual([fagott, lyra].sort());
  });

  it('finds words by their stems in the language of the text', async () => {
    const swedish = await write({ title: 'Klarinetternas hus' });
    const english = await write({ body: 'En text.', bodyEn: 'Seven balconies' });
    expect(await search('klarinetterna')).toEqual([swedish]);
    expect(await search('balcony')).toEqual([english]);
    // In English they would be of one stem.
    await write({ body: 'Harpies', bodyEn: 'Nothing' });
    expect(await search('harpy or qqq')).toEqual([]);
  });

  it('forgives one wrong letter in any text, but not against an operator', async () => {
    const title = await write({ title: 'Xylofonspel' });
    const body = await write({ body: 'Där finns en tvärflöjt.' });
    for (const text of ['xylofnospel', 'xylfonspel', 'xylofonnspel', 'xylofonspål', 'xylofon', 'fonspel'])
      expect([text, await search(text)]).toEqual([text, [title]]);
    for (const text of ['tvärflöjd', 'tvarfojt', 'värflöjt'])
      expect([text, await search(text)]).toEqual([text, [body]]);
    for (const text of ['"xylofnospel"', 'xylofnospel -qqq', 'xylofnospel or qqq', 'xylofno', 'fnospel'])
      expect([text, await search(text)]).toEqual([text, []]);
  });

  it('looks for what is like the words only where these find little', async () => {
    const few = await Promise.all(Array.from({ length: 4 }, () => write({ title: 'Ukulele' })));
    const like = await write({ title: 'Ukuleleband' });
    expect((await search('ukulele')).sort()).toEqual([...few, like].sort());
    expect((await search('ukulele')).at(-1)).toBe(like);
    const enough = [...few, await write({ body: 'ukulele' })];
    expect((await search('ukulele')).sort()).toEqual(enough.sort());
  });

  it('takes letters in any form', async () => {
    const id = await write({ title: 'Ljudet från en la\u030Angblåsare', body: 'CO₂ i luften, ﬁnt' });
    for (const text of [
      'långblåsare',
      'la\u030Angbla\u030Asare',
      'langblasare',
      'LÅNGBLÅSARE',
      'lång\u00ADblåsare',
      '"co2 i luften"',
      '"fint"',
    ])
      expect([text, await search(text)]).toEqual([text, [id]]);
  });

  it('ranks the code first, then words as written, then stems, then likeness', async () => {
    const like = await write({ title: 'Basunkören basunkör basunkör' });
    const stem = await write({ title: 'Basuner' });
    const word = await write({ body: 'Långt inne i texten står en enda basun.' });
    const code = await write({ code: 'basun' });
    expect(await search('basun')).toEqual([code, word, stem, like]);
  });

  it('finds nothing for a text without letters and digits', async () => {
    for (const text of ['!!!', '"', '-', 'or', '-"', '""']) expect([text, await search(text)]).toEqual([text, []]);
  });

  it('reads what divides words as people do: slashes, points, addresses', async () => {
    const id = await write({ title: 'Säckpipa/drejlyra', body: 'Se www.vevlira.example/nyckelharpa_2031, kap. 7.' });
    for (const text of ['säckpipa', 'drejlyra', 'vevlira', 'nyckelharpa', 'nyckelharpa 2031', 'säckpipa/drejlyra'])
      expect([text, await search(text)]).toEqual([text, [id]]);
  });
});

describe('a text to search for', () => {
  const query = 'query ($text: String) { ideas(filter: { text: $text }) { totalCount } }';

  it('may have forty words, and no more', async () => {
    expect((await service.as().ask(query, { text: 'ek '.repeat(40) })).errors).toBeUndefined();
    const { errors } = await service.as().ask(query, { text: 'ek '.repeat(41) });
    expect(errors).toMatchObject([
      { message: 'A text to search for may have at most 40 words and has 41.', extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it.each(["'", '\\', 'a:*', '!a & (b | c)', '<->', 'a<2>b', "s/hamn 'x'", '%_%', 'ʹʺʼ', '🚢', '¶', '\u0301'])(
    'may be %p: no letter of it is anything but a letter',
    async text => {
      expect((await service.as().ask(query, { text })).errors).toBeUndefined();
    },
  );

  it('takes no more time for forty pieces of a thousand words than for one', async () => {
    const letters = [...'bcdfghjklmnpqrst'];
    const words = letters.flatMap(one =>
      letters.flatMap(two => [1, 2, 3, 4].map(n => `${one}${two}ynka${'a'.repeat(n)}`)),
    );
    await NOUNS[0]!.write({ body: words.join(' ') });
    const text = 'yn ynk nka yn ynka ka '.repeat(6).trim();
    const { data } = await service.as(KEYS.admin).ask(query, { text });
    expect(data.ideas.totalCount).toBe(0);
    const term = { kind: 'WORD', text: 'ynka', excluded: false };
    const [made] = await service.database.query<{ parts: number }>(
      "select numnode(search_query($1, 'LIKENESS')) as parts",
      [JSON.stringify({ choices: [Array.from({ length: 40 }, () => term)] })],
    );
    expect(made?.parts).toBeGreaterThan(500);
    expect(made?.parts).toBeLessThan(1_500);
  });

  it('finds words with a typing error before the many that one is a part of', async () => {
    const id = await NOUNS[0]!.write({ title: 'Ynxa' });
    expect(await found('ideas', 'ynka '.repeat(40).trim())).toContain(id);
  });

  it('is refused as the caller’s when it holds half a letter', async () => {
    const { errors } = await service.as().ask(query, { text: '\ud800' });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  it('and a text to be found may have any letters', async () => {
    const id = await NOUNS[0]!.write({ title: "Ekʼs ʹʺ 'ek' \\ ¶ 🚢 s/ek:1 \u0301", body: 'x'.repeat(3000) });
    expect(await found('ideas', '"ek s ek"')).toEqual([id]);
  });
});

describe('a code', () => {
  it('finds its idea, however it is written, and no other that doesn’t speak of it', async () => {
    const { idea } = await service.as(KEYS.admin).run<any, object>('{ idea(code: "KS3-1") { id } }');
    const speaking = anIdeaRow(OWNER, { title_sv: 'Fortsättningen på KS3-1' });
    await insertRows(service.database, {
      idea: [
        speaking,
        anIdeaRow(OWNER, { title_sv: 'KS3 och 1' }),
        anIdeaRow(OWNER, { title_sv: 'KS3-10 och KS3-11' }),
      ],
    });
    for (const text of ['KS3-1', 'ks3-1', 'KS3 1', 'ks3 1', '"KS3-1"', 'KS3/1'])
      expect([text, await found('ideas', text)]).toEqual([text, [idea.id, speaking.id]]);
  });

  it('is not seen in a word and a number that no programme has', async () => {
    const row = anIdeaRow(OWNER, { title_sv: 'Mindre CO2 år 2047' });
    await insertRows(service.database, { idea: [row] });
    expect(await found('ideas', 'CO2 2047')).toEqual([row.id]);
  });

  it('finds its call, and its partner', async () => {
    const call = aCallRow({ identifier: 'HORIZON-CL5-2031-D3-01', published_at: LONG_AGO });
    const part = aCallRow({ identifier: 'HORIZON-CL5-2031-D3-01-02', published_at: LONG_AGO });
    const partner = aPartnerRow({ slug: 'saga-lab', name: 'Sagans laboratorium' });
    await insertRows(service.database, { funding_call: [part, call], partner: [partner] });
    for (const text of ['HORIZON-CL5-2031-D3-01', 'horizon cl5 2031 d3 01'])
      expect(await found('fundingCalls', text)).toEqual([call.id, part.id]);
    expect((await found('partners', 'saga-lab'))[0]).toBe(partner.id);
  });
});

describe('what is written beside the text', () => {
  it('is found too: the programme and the funder of a call', async () => {
    const call = aCallRow({ programme: 'Bergtrollsfonden', funder: 'Skogsrådsverket', published_at: LONG_AGO });
    await insertRows(service.database, { funding_call: [call] });
    for (const text of ['bergtrollsfonden', 'skogsrådsverkets', 'bergtrolsfonden'])
      expect(await found('fundingCalls', text)).toEqual([call.id]);
  });

  it('a text in one language only may be English', async () => {
    const call = aCallRow({ title_sv: 'Quantum technologies', published_at: LONG_AGO });
    await insertRows(service.database, { funding_call: [call] });
    expect(await found('fundingCalls', 'quantum technology')).toEqual([call.id]);
  });

  it('a draft call, or a hidden idea, is found by those who see it, and tells others nothing', async () => {
    const call = aCallRow({ title_sv: 'Sirensång', published_at: null });
    const idea = anIdeaRow(OWNER, { title_sv: 'Sirensång', visibility: 'CONSORTIUM' });
    await insertRows(service.database, { funding_call: [call], idea: [idea] });
    expect([await found('fundingCalls', 'sirensång'), await found('ideas', 'sirensång')]).toEqual([
      [call.id],
      [idea.id],
    ]);
    expect([await found('fundingCalls', 'sirensång', null), await found('ideas', 'sirensång', null)]).toEqual([[], []]);
  });

  it('whether words find little is counted among what the viewer sees', async () => {
    const hidden = Array.from({ length: 5 }, () =>
      anIdeaRow(OWNER, { title_sv: 'Gonggong', visibility: 'CONSORTIUM' }),
    );
    const like = anIdeaRow(OWNER, { title_sv: 'Gonggongen' });
    await insertRows(service.database, { idea: [...hidden, like] });
    expect(await found('ideas', 'gonggon', null)).toEqual([like.id]);
    expect(await found('ideas', 'gonggongen', null)).toEqual([like.id]);
  });
});

describe("a partner's name", () => {
  it('finds the ideas that it owns or takes part in', async () => {
    const partner = aPartnerRow({ name: 'Klockstapelns Vänner' });
    const [owned, joined, left] = [anIdeaRow(partner), anIdeaRow(OWNER), anIdeaRow(OWNER)];
    await insertRows(service.database, { partner: [partner], idea: [owned, joined, left] });
    await insertRows(service.database, {
      membership: [aMembershipRow(joined, partner), aMembershipRow(left, partner, { left_at: LONG_AGO })],
    });
    for (const text of ['klockstapelns', '"klockstapelns vänner"', 'klockstapeln vänner', 'klokstapelns'])
      expect([text, (await found('ideas', text)).sort()]).toEqual([text, [owned.id, joined.id].sort()]);
    expect(await found('ideas', '"klockstapelns vänner" -agarverket')).toEqual([owned.id]);
  });

  it('follows who joins, who leaves and what partners are called', async () => {
    const partner = aPartnerRow({ name: 'Rökstugan' });
    const idea = anIdeaRow(OWNER);
    await insertRows(service.database, { partner: [partner], idea: [idea] });
    const admin = service.as(KEYS.admin);
    expect(await found('ideas', 'rökstugan')).toEqual([]);
    const { addMember } = await admin.run<any, object>(
      `mutation ($idea: ID!, $partner: ID!) { addMember(input: { ideaId: $idea, partnerId: $partner, role: BENEFICIARY }) {
        membership { id } userErrors { code } } }`,
      { idea: idea.id, partner: partner.id },
    );
    expect(await found('ideas', 'rökstugan')).toEqual([idea.id]);
    const rename =
      'mutation ($id: ID!) { updatePartner(input: { id: $id, name: "Badstugan" }) { userErrors { code } } }';
    await admin.run(rename, { id: partner.id });
    expect([await found('ideas', 'rökstugan'), await found('ideas', 'badstugan')]).toEqual([[], [idea.id]]);
    const end = 'mutation ($id: ID!) { endMembership(input: { id: $id }) { userErrors { code } } }';
    await admin.run(end, { id: addMember.membership.id });
    expect(await found('ideas', 'badstugan')).toEqual([]);
  });

  it('is found where the viewer sees the idea, and only there', async () => {
    const partner = aPartnerRow({ name: 'Kvarnstensbolaget' });
    const ideas = (['PUBLIC', 'PARTNERS', 'CONSORTIUM'] as const).map(visibility => anIdeaRow(partner, { visibility }));
    await insertRows(service.database, { partner: [partner], idea: ideas });
    const ids = ideas.map(({ id }) => id);
    expect(await found('ideas', 'kvarnstensbolaget', null)).toEqual([ids[0]]);
    expect((await found('ideas', 'kvarnstensbolaget', KEYS.partner)).sort()).toEqual([ids[0], ids[1]].sort());
    expect((await found('ideas', 'kvarnstensbolaget')).sort()).toEqual(ids.sort());
  });
});

describe('the words that are known', () => {
  const known = async (word: string) =>
    (await service.database.query('select from search_word where word = $1', [word])).length;

  it('are those that are written somewhere: one that is taken out of its last text is forgotten', async () => {
    const [one, another] = [anIdeaRow(OWNER, { title_sv: 'Näckros' }), anIdeaRow(OWNER, { title_sv: 'Näckros' })];
    await insertRows(service.database, { idea: [one, another] });
    const rewrite = (id: string) => service.database.query(`update idea set title_sv = 'Säv' where id = $1`, [id]);
    expect(await known('nackros')).toBe(1);
    await rewrite(one.id);
    expect(await known('nackros')).toBe(1);
    await rewrite(another.id);
    expect([await known('nackros'), await known('sav')]).toEqual([0, 1]);
  });
});
