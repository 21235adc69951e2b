using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>Reads the <c>metadata</c> of a request within its limits.</summary>
internal static class MetadataReader
{
    private const int MaxPairs = 16;
    private const int MaxKeyLength = 64;
    private const int MaxValueLength = 512;

    public static IReadOnlyList<KeyValuePair<string, string>> Read(JsonElement value)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var property in FieldReader.Object(value, "metadata"))
        {
            if (property.Name.Length > MaxKeyLength)
            {
                throw new ApiErrorException(ApiErrors.TooLong("metadata", MaxKeyLength, property.Name.Length));
            }

            var name = $"metadata.{property.Name}";
            var text = FieldReader.RequiredString(property.Value, name);
            if (text.Length > MaxValueLength)
            {
                throw new ApiErrorException(ApiErrors.TooLong(name, MaxValueLength, text.Length));
            }

            pairs.Add(new(property.Name, text));
        }

        return pairs.Count <= MaxPairs
            ? pairs
            : throw new ApiErrorException(ApiErrors.TooManyProperties("metadata", MaxPairs, pairs.Count));
    }
}
