using TypedLlm.Catalog;
using TypedLlm.CompilerServices;

namespace TypedLlm.Tool.Catalogs;

/// <summary>The longest input and the longest answer of one request, in tokens.</summary>
internal sealed record CallLimits(int Input, int Output)
{
    /// <summary>What model and method allow; null if a limit is not known.</summary>
    public static CallLimits? Of(ModelFacts model, EndpointMethod? method, int? inputTokens = null)
    {
        var output = Lower(method?.MaxOutputTokens, model.MaxOutputTokens);
        var input = Lower(inputTokens, Lower(model.MaxInputTokens, model.ContextWindow - output));
        return input is null || output is null ? null : new CallLimits(input.Value, output.Value);
    }

    private static int? Lower(int? left, int? right) => left is null || right < left ? right ?? left : left;
}
