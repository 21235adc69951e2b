using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedLlm.Endpoints;

/// <summary>Writes constants as C# code, the same on every machine.</summary>
internal static class CSharpLiterals
{
    public static string Text(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Number(double value) => value switch
    {
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        _ => value.ToString("R", CultureInfo.InvariantCulture) + "D",
    };

    /// <summary>The default value of a parameter.</summary>
    public static string Default(IParameterSymbol parameter)
    {
        var type = TypeNames.Underlying(parameter.Type);
        return parameter.ExplicitDefaultValue switch
        {
            null => "default",
            var value when type.TypeKind == TypeKind.Enum => $"({type.ToDisplayString(TypeNames.Format)})({Convert.ToString(value, CultureInfo.InvariantCulture)})",
            string value => Text(value),
            bool value => value ? "true" : "false",
            char value => SymbolDisplay.FormatLiteral(value, quote: true),
            double value => Number(value),
            float.NaN => "float.NaN",
            float.PositiveInfinity => "float.PositiveInfinity",
            float.NegativeInfinity => "float.NegativeInfinity",
            float value => value.ToString("R", CultureInfo.InvariantCulture) + "F",
            decimal value => value.ToString(CultureInfo.InvariantCulture) + "M",
            var value => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
    }
}
