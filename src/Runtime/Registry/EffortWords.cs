using TypedLlm.Catalog;

namespace TypedLlm;

/// <summary>The words that the service and the catalog use for an <see cref="Effort"/>.</summary>
internal static class EffortWords
{
    /// <summary>The catalog lists the words in the order of the enumeration.</summary>
    public static string Of(Effort effort) => CatalogWords.Efforts[(int)effort];

    public static Effort? Parse(string? word)
    {
        for (var i = 0; i < CatalogWords.Efforts.Count; i++)
        {
            if (CatalogWords.Efforts[i] == word)
            {
                return (Effort)i;
            }
        }

        return null;
    }
}
