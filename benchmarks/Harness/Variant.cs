namespace TypedLlm.Benchmarks.Harness;

/// <summary>One way to do the work that is compared.</summary>
internal sealed record Variant(string Name, Func<Task> OperationAsync)
{
    public static Variant Of(string name, Action operation) =>
        new(name, () =>
        {
            operation();
            return Task.CompletedTask;
        });
}
