namespace TypedLlm.Catalog;

/// <summary>Prices of the whole request once its input is longer than a limit.</summary>
internal sealed record LongContextPrice : TokenPrices
{
    public required int AboveInputTokens { get; init; }
}
