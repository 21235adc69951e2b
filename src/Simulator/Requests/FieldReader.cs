using System.Globalization;
using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>Reads values of a request and refuses wrong ones with the service's texts.</summary>
internal static class FieldReader
{
    public static string? String(JsonElement value, string name, int? maxLength = null)
    {
        if (value.ValueKind is JsonValueKind.Null)
        {
            return null;
        }

        var text = RequiredString(value, name);
        if (text.Length > maxLength)
        {
            throw new ApiErrorException(ApiErrors.TooLong(name, maxLength.Value, text.Length));
        }

        return text;
    }

    public static string RequiredString(JsonElement value, string name) => value.ValueKind is JsonValueKind.String
        ? value.GetString()!
        : throw WrongType(value, name, "a string");

    public static string? OneOf(JsonElement value, string name, IReadOnlyList<string> supported)
    {
        var text = String(value, name);
        return text is null || supported.Contains(text)
            ? text
            : throw new ApiErrorException(ApiErrors.InvalidValue(name, text, supported));
    }

    public static bool? Boolean(JsonElement value, string name) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null => null,
        _ => throw WrongType(value, name, "a boolean"),
    };

    public static int? Integer(JsonElement value, string name, int min, int max)
    {
        if (value.ValueKind is JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind is not JsonValueKind.Number || !value.TryGetInt64(out var number))
        {
            throw WrongType(value, name, "an integer");
        }

        if (number < min || number > max)
        {
            var limit = number < min ? min : max;
            throw new ApiErrorException(ApiErrors.OutOfRange(
                name, "integer", number < min, limit.ToString(CultureInfo.InvariantCulture), number.ToString(CultureInfo.InvariantCulture)));
        }

        return (int)number;
    }

    public static double? Decimal(JsonElement value, string name, double min, double max)
    {
        if (value.ValueKind is JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind is not JsonValueKind.Number)
        {
            throw WrongType(value, name, "a decimal");
        }

        var number = value.GetDouble();
        if (number < min || number > max)
        {
            var limit = number < min ? min : max;
            throw new ApiErrorException(ApiErrors.OutOfRange(
                name, "decimal", number < min, limit.ToString(CultureInfo.InvariantCulture), value.GetRawText()));
        }

        return number;
    }

    /// <summary>The properties of an object, none for null.</summary>
    public static IEnumerable<JsonProperty> Object(JsonElement value, string name) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject(),
        JsonValueKind.Null => [],
        _ => throw WrongType(value, name, "an object"),
    };

    public static ApiErrorException WrongType(JsonElement value, string name, string expected) =>
        new(ApiErrors.InvalidType(name, expected, Describe(value)));

    private static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "a string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "an integer" : "a decimal",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        _ => "null",
    };
}
