namespace TypedLlm;

/// <summary>The processing tier asked of the service. The tier really used stands in <see cref="LlmResult{T}.ServiceTier"/>.</summary>
public enum ServiceTier
{
    /// <summary>The project's setting decides.</summary>
    Auto,

    /// <summary>Standard price and speed.</summary>
    Default,

    /// <summary>Half price, slower, may be refused while capacity lacks.</summary>
    Flex,

    /// <summary>Capacity bought ahead.</summary>
    Scale,

    /// <summary>Faster, at a higher price.</summary>
    Priority,

    /// <summary>The fastest, at the highest price; few models offer it.</summary>
    Ultrafast,
}
