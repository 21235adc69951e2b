#nullable enable
global using Answer = System.Threading.Tasks.Task<string>;
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Endpoint = TypedLlm.LlmEndpointAttribute;
using Says = TypedLlm.PromptAttribute;
using TypedLlm;

namespace Shop.Inner;

public interface IBase<T>
{
    [Says("Base {item} {text}")] Task<string> BaseAsync(T item, [Untrusted] string text);
    Task<string> DefaultAsync() => BaseAsync(default!, "");
}

public partial class Outer
{
    private const string Model = "5.4";
    internal const string Template = "Alone {number:C2} " + nameof(Outer);

    [Endpoint(Primary = Model, Fallbacks = ["o3", LlmModels.Gpt6Luna], Effort = Effort.High)]
    public partial interface IDesk : IBase<int>, IDisposable
    {
        [Says(Template)]
        [Endpoint(MaxOutputTokens = (1 + 2) * 100)]
        Answer AloneAsync(in double number, ref readonly int other, out string last, params string[] rest);

        int Count { get; init; }
        event EventHandler Changed;
        static abstract Task<T> MakeAsync<T>(T[] items, (int A, string B) pair) where T : class?;
        unsafe delegate*<int, void> Pointer(int*[] pointers);
        string this[int index] { get; }
    }

    public partial interface IDesk
    {
        [Says("""Second part {company}""")] Answer SecondAsync(string company, CancellationToken ct = default);
    }

    protected record struct Line(string Sku, int Count);
}
