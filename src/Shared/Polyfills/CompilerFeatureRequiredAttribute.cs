namespace System.Runtime.CompilerServices;

/// <summary>Lets the compiler emit required members for a platform that lacks the type.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
{
    public string FeatureName { get; } = featureName;
}
