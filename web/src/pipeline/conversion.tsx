import { STAGE } from '../language/domain-words';
import { useFormat } from '../language/format';
import { useSay, useWords } from '../language/language';
import { Bar } from './chart/bar';
import { Chart } from './chart/chart';
import type { ShownPipeline } from './pipeline-page';
import { pipelineWords } from './words';

/** Of the ideas that came into a stage, how many went on, and after how long. */
export function Conversion({ conversion }: Pick<ShownPipeline, 'conversion'>) {
  const t = useWords(pipelineWords);
  const say = useSay();
  const format = useFormat();
  const figures = {
    columns: [t.from, t.to, t.entered, t.advanced, t.rate, t.medianDays],
    rows: conversion.map(({ from, to, entered, advanced, rate, medianDays }) => [
      say(STAGE, from),
      say(STAGE, to),
      entered,
      advanced,
      rate ?? null,
      medianDays ?? null,
    ]),
  };
  return (
    <Chart title={t.conversion} file="conversion" figures={figures}>
      <ul className="bars">
        {conversion.map(({ from, to, entered, advanced, rate, medianDays: days }) => (
          <Bar
            key={from}
            name={`${say(STAGE, from)} → ${say(STAGE, to)}`}
            value={rate == null ? '–' : format.percent(rate)}
            share={rate ?? 0}
            more={[t.conversionOf(advanced, entered), days == null ? '' : t.afterDays(format.number(days))]
              .filter(Boolean)
              .join(', ')}
            className={`stage-${to.toLowerCase()}`}
          />
        ))}
      </ul>
    </Chart>
  );
}
