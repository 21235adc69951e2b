using TypedLlm.Benchmarks.Harness;

namespace TypedLlm.Benchmarks.Clients;

/// <summary>The three that are compared, in the order of the tables: the floor, the SDK, ours.</summary>
internal sealed class ClientSet(Uri baseUrl) : IDisposable
{
    private readonly ITextClient[] _clients = [new FloorClient(baseUrl), new SdkClient(baseUrl), new TypedLlmClient(baseUrl)];

    public static IReadOnlyList<string> Names { get; } = ["floor", "OpenAI SDK", "TypedLlm"];

    public ITextClient this[string name] => _clients[Names.ToList().IndexOf(name)];

    public IReadOnlyList<Variant> Select(Func<ITextClient, Task> operation) =>
        [.. _clients.Select((client, index) => new Variant(Names[index], () => operation(client)))];

    public void Dispose()
    {
        foreach (var client in _clients)
        {
            client.Dispose();
        }
    }
}
