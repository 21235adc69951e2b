namespace TypedLlm.Runtime.Tests.Fakes;

internal static class AsyncSequences
{
    /// <summary>Reads until the sequence fails.</summary>
    public static async Task<(List<T> Items, LlmException Exception)> ReadToFailureAsync<T>(this IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        var exception = await Assert.ThrowsAsync<LlmException>(async () =>
        {
            await foreach (var item in items)
            {
                list.Add(item);
            }
        });
        return (list, exception);
    }
}
