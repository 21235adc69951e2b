namespace TypedLlm.Benchmarks.Clients;

/// <summary>A client of the service as a user would have it: the text of an answer, whole or as it arrives.</summary>
internal interface ITextClient : IDisposable
{
    Task<string> CallAsync(string question);

    IAsyncEnumerable<string> StreamAsync(string question);
}
