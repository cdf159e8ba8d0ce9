import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { CallsToApplyForDocument, type ApplicableCallFragment } from '../../../gql/graphql';
import { useLocale } from '../../../language/language';
import { plain } from '../../../language/plain';

/** Milliseconds of rest in typing before a search is made. */
const REST = 200;

interface Found {
  /** What was written when they were found. */
  by: string;
  calls: readonly ApplicableCallFragment[];
}

/** Calls that can be applied for, by what is written. Until that is answered, those found last whose titles have it. */
export function useCallSearch() {
  const client = useClient();
  const locale = useLocale();
  const [text, search] = useState('');
  const [{ by, calls }, setFound] = useState<Found>({ by: '', calls: [] });
  useEffect(() => {
    let isLast = true;
    const find = async () => {
      const { data } = await client.query(CallsToApplyForDocument, { text, locale }).toPromise();
      if (isLast && data) setFound({ by: text, calls: data.fundingCalls.nodes });
    };
    const timer = window.setTimeout(() => void find(), text ? REST : 0);
    return () => ((isLast = false), window.clearTimeout(timer));
  }, [client, locale, text]);
  const searching = by !== text;
  const found = searching ? calls.filter(({ title }) => plain(title).includes(plain(text.trim()))) : calls;
  return { found, searching, search };
}
