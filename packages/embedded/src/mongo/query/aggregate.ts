import { ProcessingMode } from 'mingo';
import { Aggregator } from 'mingo/aggregator';
import { OpType } from 'mingo/core';
import { MongoError } from '../errors.ts';
import { type Doc, isDoc } from '../values/doc.ts';
import { mingoOptions, type QueryOptions } from './match.ts';

/** A pipeline whose stages are known by name; errors 14 (shape), 40324 (unknown stage), 115 (stage refused here). */
export function readPipeline(pipeline: unknown, options: QueryOptions): Doc[] {
  if (!Array.isArray(pipeline)) throw new MongoError(14, "'pipeline' must be an array");
  const { context } = mingoOptions(options);
  return pipeline.map((stage: unknown) => {
    const [name, ...others] = isDoc(stage) ? Object.keys(stage) : [];
    if (name === undefined || others.length > 0) {
      throw new MongoError(40323, 'A pipeline stage specification object must contain exactly one field.');
    }
    if (name === '$out' || name === '$merge')
      throw new MongoError(115, `${name} is not supported by the embedded server`);
    if (!context.getOperator(OpType.PIPELINE, name)) {
      throw new MongoError(40324, `Unrecognized pipeline stage name: '${name}'`);
    }
    return stage as Doc;
  });
}

/** Runs a pipeline over copies of the documents; `collection` gives another collection's for $lookup and $unionWith. */
export function aggregate(
  docs: readonly Doc[],
  pipeline: Doc[],
  options: QueryOptions,
  collection: (name: string) => Doc[],
): Doc[] {
  const aggregator = new Aggregator(pipeline, {
    ...mingoOptions(options),
    processingMode: ProcessingMode.CLONE_INPUT,
    collectionResolver: collection,
  });
  return aggregator.run<Doc>(docs as Doc[]);
}
