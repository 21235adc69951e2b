using TypedLlm.Endpoints;

namespace TypedLlm.Generator;

/// <summary>What the runtime needs to know of each method, once.</summary>
internal static partial class ClientEmitter
{
    private const string EndpointMethod = "global::TypedLlm.CompilerServices.EndpointMethod";

    private static void WriteConstants(SourceWriter writer, EndpointModel model)
    {
        var fields = new List<string>();
        foreach (var method in model.Methods)
        {
            if (method.Blocked is null)
            {
                WriteConstant(writer, model, method);
                writer.WriteLine();
                fields.Add(method.FieldName);
            }
        }

        writer.Write($"internal static readonly {EndpointMethod}[] {MethodsName} = [{string.Join(", ", fields)}];");
    }

    private static void WriteConstant(SourceWriter writer, EndpointModel model, MethodModel method)
    {
        var settings = method.Settings;
        writer.Write($"private static readonly {EndpointMethod} {method.FieldName} = new()");
        writer.Open();
        writer.Write($"""
            Endpoint = {CSharpLiterals.Text(model.FullName)},
            Name = {CSharpLiterals.Text(method.Name.TrimStart('@'))},
            Assembly = typeof({model.ClassName}).Assembly,
            Chain = [{Chain(settings)}],
            """);
        WriteSet(writer, "Typed", method.Answer is null ? null : "true");
        WriteSet(writer, "Stream", method.NeedsStreaming ? null : Bool(settings.Stream));
        WriteSet(writer, "Effort", Enum("Effort", settings.Effort));
        WriteSet(writer, "Temperature", Number(settings.Temperature));
        WriteSet(writer, "MaxOutputTokens", Number(settings.MaxOutputTokens));
        WriteSet(writer, "ServiceTier", Enum("ServiceTier", settings.ServiceTier));
        WriteSet(writer, "Store", Bool(settings.Store));
        WriteSet(writer, "TimeoutMs", Number(settings.TimeoutMs));
        WriteSet(writer, "FirstContentTimeoutMs", Number(settings.FirstContentTimeoutMs));
        WriteSet(writer, "IdleTimeoutMs", Number(settings.IdleTimeoutMs));
        WriteSet(writer, "OnInterrupted", Enum("InterruptedStream", settings.OnInterrupted));
        WriteSet(writer, "MaxAttempts", Number(settings.MaxAttempts));
        WriteSet(writer, "MaxFallbackPriceRatio", Number(settings.MaxFallbackPriceRatio));
        writer.Close(";");
    }

    private static string Chain(EndpointSettings settings)
    {
        var names = new string[settings.Chain.Count];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = CSharpLiterals.Text(settings.Chain[i]);
        }

        return string.Join(", ", names);
    }

    private static void WriteSet(SourceWriter writer, string property, string? value)
    {
        if (value is not null)
        {
            writer.Write($"{property} = {value},");
        }
    }

    private static string? Enum(string type, string? member) => member is null ? null : $"global::TypedLlm.{type}.{member}";

    private static string? Bool(bool? value) => value switch
    {
        null => null,
        true => "true",
        false => "false",
    };

    private static string? Number(int? value) => value is { } number ? CSharpLiterals.Number(number) : null;

    private static string? Number(double? value) => value is { } number ? CSharpLiterals.Number(number) : null;
}
