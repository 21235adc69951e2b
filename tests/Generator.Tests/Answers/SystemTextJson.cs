using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TypedLlm.TypedAnswers;

namespace TypedLlm.Generator.Tests.AnswerTypes;

/// <summary>System.Text.Json as the other reader and writer of the types of answers.</summary>
internal static class SystemTextJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { UseWireNames } },
    };

    /// <summary>It does not know the naming of <see cref="LlmAnswerAttribute"/>.</summary>
    private static void UseWireNames(JsonTypeInfo info)
    {
        var naming = (int)(info.Type.GetCustomAttribute<LlmAnswerAttribute>(inherit: false)?.Naming ?? default);
        foreach (var property in info.Properties)
        {
            if (property.AttributeProvider is MemberInfo member && member.GetCustomAttribute<JsonPropertyNameAttribute>() is null)
            {
                property.Name = WireNames.Write(member.Name, naming);
            }
        }
    }
}
