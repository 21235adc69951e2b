global using System;
global using System.Collections.Generic;
global using System.Threading;
global using System.Threading.Tasks;
global using Answers = System.Collections.Generic.IAsyncEnumerable<string>;
global using Ask = TypedLlm.PromptAttribute;
global using Llm = TypedLlm;
global using Model = TypedLlm.LlmEndpointAttribute;
global using static TypedLlm.LlmModels;
