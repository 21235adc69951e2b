using TypedLlm.Tool.Tests.Support;

namespace TypedLlm.Tool.Tests.Approvals;

/// <summary>A project whose endpoints are approved: builds it, and runs <c>approve</c> beside it.</summary>
internal sealed class ApproveTarget : IDisposable
{
    /// <summary>Models of the project's own, so that what is approved here does not change with the facts of others.</summary>
    public const string Catalog = """
        {
          "models": [
            {
              "id": "large", "maxInputTokens": 1000000, "maxOutputTokens": 100000, "defaultEffort": "medium", "efforts": [ "low", "medium", "high" ],
              "temperature": "allowed", "capabilities": { "responses": { "streaming": true } },
              "price": { "input": 2, "output": 10, "longContext": { "aboveInputTokens": 200000, "input": 4, "output": 15 } }
            },
            {
              "id": "small", "contextWindow": 50000, "maxOutputTokens": 10000, "efforts": [], "temperature": "allowed",
              "capabilities": { "responses": { "streaming": true } }, "price": { "input": 0.1, "output": 0.4 }
            },
            { "id": "gone", "shutdownDate": "2026-03-01", "price": { "input": 900, "output": 900 }, "maxInputTokens": 1000000, "maxOutputTokens": 100000 },
            { "id": "unpriced", "maxInputTokens": 1000, "maxOutputTokens": 1000 },
            { "id": "unmeasured", "price": { "input": 1, "output": 1 } }
          ],
          "aliases": { "big": "large" }
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public string Folder => _folder.FullPath;

    /// <summary>Compiles a source into an assembly.</summary>
    public string Build(string source, string name = "Shop") => new ConsumerAssembly { Name = name, Source = source, Catalog = Catalog }.Build(_folder);

    public Task<ToolRun> RunAsync(params string[] arguments) => ToolRun.Of(Folder, ["approve", .. arguments]);

    public Task<ToolRun> RunAsync(TimeProvider time, params string[] arguments) => ToolRun.Of(Folder, ["approve", .. arguments], time: time);

    /// <summary>Approves an endpoint of which the methods are given, and returns the text of its file.</summary>
    public async Task<string> ApproveAsync(string source, params string[] more)
    {
        var run = await RunAsync([Build(source), .. more]);
        Assert.True(run.Code == 0, run.Error);
        return Read("approvals/Shop/Shop.IDesk.txt");
    }

    public string Read(string file) => _folder.Read(file);

    public string Write(string file, string text) => _folder.Write(file, text);

    public bool Exists(string file) => File.Exists(_folder.File(file));

    public string[] Files() =>
        [.. Directory.EnumerateFiles(_folder.File("approvals"), "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public void Dispose() => _folder.Dispose();
}
