import type { ICruiseOptions, IForbiddenRuleType, IResolveOptions } from 'dependency-cruiser';

declare const configuration: {
  readonly forbidden: (IForbiddenRuleType & { readonly name: string; readonly comment: string })[];
  readonly options: ICruiseOptions & {
    readonly enhancedResolveOptions: Partial<IResolveOptions>;
    readonly tsConfig: { readonly fileName: string };
  };
};
export default configuration;
