using System.Text.Json;
using System.Text.Json.Serialization;

namespace TypedLlm.Simulator;

/// <summary>Makes the <see cref="WordConverter{T}"/> of each enumeration.</summary>
internal sealed class WordConverters : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(WordConverter<>).MakeGenericType(typeToConvert))!;
}
